import { frameTexts } from '#messages/frame.ts'
import { Link } from '../../components/link.tsx'
import { ThemeChoice } from '../../components/theme-choice.tsx'
import { Wordmark } from '../../components/wordmark.tsx'

const linkLook =
  'inline-flex min-h-6 items-center hover:text-ink hover:underline underline-offset-4 pointer-coarse:min-h-11'

const groups = [
  {
    title: frameTexts.shop,
    links: [
      ['/', frameTexts.everything],
      ['/?inStock=true', frameTexts.inStockNow],
      ['/?sort=newest', frameTexts.newest],
      ['/cart', frameTexts.cart],
      ['/account', frameTexts.account],
    ],
  },
  {
    title: frameTexts.goodToKnow,
    links: [
      ['/delivery', frameTexts.delivery],
      ['/returns', frameTexts.returns],
      ['/contact', frameTexts.contact],
      ['/privacy', frameTexts.privacy],
      ['/about', frameTexts.about],
    ],
  },
] as const

export function Footer() {
  return (
    <footer className="mt-16 border-line border-t text-sm text-soft">
      <div className="mx-auto grid max-w-7xl gap-x-16 gap-y-10 px-4 py-12 sm:px-8 md:grid-cols-[1fr_auto]">
        <div className="flex max-w-md flex-col gap-4">
          <Wordmark />
          <p className="text-pretty">{frameTexts.footerLead}</p>
          <ThemeChoice />
        </div>
        <nav aria-label={frameTexts.footer} className="grid grid-cols-2 gap-x-12">
          {groups.map(({ title, links }) => (
            <div key={title}>
              <h2 className="font-medium font-sans text-ink text-sm">{title}</h2>
              <ul className="mt-2 flex flex-col gap-y-1.5">
                {links.map(([href, words]) => (
                  <li key={href}>
                    <Link href={href} className={linkLook}>
                      {words}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
      </div>
      <div className="border-line border-t">
        <p className="mx-auto flex max-w-7xl flex-wrap justify-between gap-x-8 gap-y-1 px-4 py-5 sm:px-8">
          <span>{frameTexts.sampleShop}</span>
          <a href="/api/docs" className={linkLook}>
            {frameTexts.forDevelopers}
          </a>
        </p>
      </div>
    </footer>
  )
}
