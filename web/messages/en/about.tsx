import Link from 'next/link'

export const aboutTexts = {
  title: 'About',
  description: 'A shop whose stock is always true.',
  heading: 'A shop that can count',
  text: (
    <>
      <p>
        Most shops show a number from a while ago and apologise later. Here there is one shelf and one count
        of it. Whoever buys changes the figure for everybody who looks, on every open page, within a moment.
      </p>
      <p>
        An order is taken only when all of it is there. Nothing is reserved behind your back, and nothing is
        sold twice: of two people who want the last one, one gets it and the other is told so at once.
      </p>
      <h2>What you see here</h2>
      <p>
        This is the sample shop that comes with Onhand, which is open source. The bowls, bags and calendars
        are drawn, not made, and nothing you order is charged or sent. Everything else is real: the stock, the
        orders, the accounts.
      </p>
      <p>
        A green figure is live. When the connection to the shop is lost, the green goes, and the page says so
        until it is back.
      </p>
      <p>
        <Link href="/" prefetch={false} className="link">
          See what is on the shelf
        </Link>
      </p>
    </>
  ),
}
