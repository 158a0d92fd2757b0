export const privacyTexts = {
  title: 'Privacy',
  description: 'What this shop knows about you.',
  heading: 'Privacy',
  text: (
    <>
      <p>
        Nobody counts or follows you here. No page loads anything from anybody else: no analytics, no
        advertisements, no fonts or scripts from other places.
      </p>
      <h2>What stays in your browser</h2>
      <ul>
        <li>
          Your cart, and the name and e-mail address you typed at checkout, so that a reload loses nothing.
        </li>
        <li>What you looked at last, to show it to you again. The shop does not learn of it otherwise.</li>
        <li>The colours you chose.</li>
        <li>With an account: a cookie that says who you are, and a note that somebody is signed in.</li>
      </ul>
      <p>
        Clear the data of this site in your browser, and all of that is gone. Signing out takes away all but
        the colours.
      </p>
      <h2>What the shop keeps</h2>
      <ul>
        <li>
          Your orders, with the name and e-mail address you gave, if any. They belong to the shop’s books, and
          so does what was taken from the shelf.
        </li>
        <li>
          With an account: your name, your e-mail address, your password as a hash that cannot be read back,
          and your cart, the same on all your devices.
        </li>
      </ul>
      <p>
        An account can be deleted on its own page. Its orders stay in the books, without your name and
        address.
      </p>
    </>
  ),
}
