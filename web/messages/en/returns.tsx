import Link from 'next/link'

export const returnsTexts = {
  title: 'Returns',
  description: 'How an order is undone.',
  heading: 'Returns',
  text: (
    <>
      <p>
        Nothing is sent from this sample shop, so there is nothing to send back. An order can still be undone:
        the shopkeeper cancels it, and every piece is back on the shelf the same moment, for everybody to see.
      </p>
      <p>
        Changed your mind before you ordered? What you put into the cart is not taken from anybody. Leave it
        there as long as you like, or take it out; for a few seconds it can be put back.
      </p>
      <p>
        <Link href="/contact" prefetch={false} className="link">
          How to reach us
        </Link>
      </p>
    </>
  ),
}
