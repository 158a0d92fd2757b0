import { shopTexts } from '#messages/shop.ts'

/** The mark, a piece resting in a cupped hand, and the name. The piece has the colour of what is live, for as long as it is. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 text-ink">
      <svg aria-hidden viewBox="0 0 24 24" width="24" height="24" fill="none">
        <path d="M3 11.5a9 9 0 0 0 18 0" stroke="currentColor" strokeWidth="2.25" strokeLinecap="round" />
        <circle
          cx="12"
          cy="9.5"
          r="4"
          className="fill-live in-data-[stream=offline]:fill-soft in-data-[stream=polling]:fill-soft noscript:fill-soft"
        />
      </svg>
      <span className="font-display text-2xl leading-none tracking-tight max-[22rem]:sr-only">
        {shopTexts.name}
      </span>
    </span>
  )
}
