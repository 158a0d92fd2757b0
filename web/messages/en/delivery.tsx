export const deliveryTexts = {
  title: 'Delivery',
  description: 'What happens after an order.',
  heading: 'Delivery',
  text: (
    <>
      <p>
        This is a sample shop: what you order here is not charged and not sent. No address is asked for,
        because nothing travels.
      </p>
      <h2>What is real about it</h2>
      <ul>
        <li>An order that was confirmed exists, and what it took is off the shelf.</li>
        <li>There are no part deliveries: an order is taken whole or not at all.</li>
        <li>The confirmation has an address of its own; keep it, and you can come back to your order.</li>
        <li>With an account, all your orders stand together on one page.</li>
      </ul>
    </>
  ),
}
