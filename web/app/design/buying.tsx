'use client'

import { Link } from '../../components/link.tsx'
import { CartLineRow } from '../../features/cart/cart-line-row.tsx'
import { CartTotal } from '../../features/cart/cart-total.tsx'
import { CheckoutNotices } from '../../features/checkout/checkout-notices.tsx'
import { ContactFields } from '../../features/checkout/contact-fields.tsx'
import { ErrorSummary } from '../../features/checkout/error-summary.tsx'
import { OrderSummary } from '../../features/checkout/order-summary.tsx'
import { PriceNotice } from '../../features/checkout/price-notice.tsx'
import type { Checkout } from '../../features/checkout/use-checkout.ts'
import type { ContactForm } from '../../features/checkout/use-contact.ts'
import { Board, EachState, Shown, State, WithoutFocus } from './board.tsx'
import { bowl, contentsOf, entryOf, goneEntry, unknownEntry } from './samples.ts'

const contact: ContactForm = {
  typed: { email: 'ada at', name: '' },
  errors: { email: 'The @ is missing. An address looks like ada@example.org.' },
  stopped: 1,
  change: () => undefined,
  check: () => false,
}
const attempt = { key: 'design', body: { items: [{ productId: bowl.id, quantity: 1 }] } }
const checkout: Checkout = {
  step: 'open',
  refusal: undefined,
  unanswered: undefined,
  buy: () => undefined,
  askAgain: () => undefined,
  startOver: () => undefined,
}
const changes = [{ product: bowl, before: 6_400 }]

export function Buying() {
  return (
    <>
      <Board title="Lines of the cart">
        <ul className="border-line border-t">
          <CartLineRow entry={entryOf(12, 2)} />
          <CartLineRow entry={entryOf(2, 3)} />
          <CartLineRow entry={entryOf(0, 1)} />
          <CartLineRow entry={unknownEntry('loading')} />
          <CartLineRow entry={unknownEntry('unreachable')} />
          <CartLineRow entry={goneEntry} />
        </ul>
      </Board>
      <Board title="A line in the drawer">
        <div className="grid gap-6 sm:grid-cols-2">
          <EachState on="h3 a" states={['hovered', 'focused']} wide>
            <ul>
              <CartLineRow entry={entryOf(12, 2)} compact />
            </ul>
          </EachState>
          <State name="its way out hovered" wide>
            <Shown as="hovered" on="button.link">
              <ul>
                <CartLineRow entry={entryOf(12, 2)} compact />
              </ul>
            </Shown>
          </State>
          <State name="what mends it hovered" wide>
            <Shown as="hovered" on="[data-testid=shortage] button">
              <ul>
                <CartLineRow entry={entryOf(2, 3)} compact />
              </ul>
            </Shown>
          </State>
          <State name="what mends it focused" wide>
            <Shown as="focused" on="[data-testid=shortage] button">
              <ul>
                <CartLineRow entry={entryOf(2, 3)} compact />
              </ul>
            </Shown>
          </State>
        </div>
        <p className="mt-4 text-sm text-soft">
          The drawer takes the page for itself:{' '}
          <Link href="/design/drawer" className="link">
            the drawer, open
          </Link>
          .
        </p>
      </Board>
      <Board title="Total">
        <div className="grid gap-6 sm:grid-cols-2">
          <State name="known" wide>
            <Total entries={[entryOf(12, 2), entryOf(3, 1)]} />
          </State>
          <State name="on the way" wide>
            <Total entries={[entryOf(12, 2), unknownEntry('loading')]} />
          </State>
        </div>
      </Board>
      <Board title="Checkout, with something to correct">
        <div className="grid gap-x-16 gap-y-8 lg:grid-cols-2">
          <OrderSummary contents={contentsOf(entryOf(12, 2), entryOf(2, 3))} />
          <div className="flex min-w-0 flex-col gap-8 lg:col-start-1 lg:row-start-1">
            <WithoutFocus>
              <Shown as="hovered" on="a">
                <ErrorSummary contact={contact} />
              </Shown>
            </WithoutFocus>
            <div className="flex flex-col gap-6">
              <ContactFields contact={contact} hint="The confirmation goes there." />
            </div>
          </div>
        </div>
      </Board>
      <Board title="What to know before ordering">
        <div className="grid gap-6 lg:grid-cols-2">
          <State name="a price has changed" wide>
            <WithoutFocus>
              <PriceNotice changes={changes} />
            </WithoutFocus>
          </State>
          <State name="too little is left" wide>
            <CheckoutNotices checkout={checkout} contents={contentsOf(entryOf(2, 3))} />
          </State>
          <State name="asked again" wide>
            <CheckoutNotices checkout={{ ...checkout, step: 'retrying' }} contents={contentsOf()} />
          </State>
          <State name="never answered" wide>
            <WithoutFocus>
              <CheckoutNotices checkout={{ ...checkout, unanswered: attempt }} contents={contentsOf()} />
            </WithoutFocus>
          </State>
        </div>
      </Board>
    </>
  )
}

function Total({ entries }: { entries: Parameters<typeof contentsOf> }) {
  return <CartTotal contents={contentsOf(...entries)} />
}
