export const contactTexts = {
  title: 'Contact',
  description: 'Who answers in this shop.',
  heading: 'Contact',
  text: (
    <>
      <p>
        Nobody sits behind the counter of this sample shop, so there is no telephone that would ring and no
        letter that would be read. We would rather say so than print an address that answers nothing.
      </p>
      <h2>If you build on this shop</h2>
      <p>
        The programming interface explains itself at{' '}
        <a href="/api/docs" className="link">
          /api/docs
        </a>
        . What is wrong with the software belongs in the issues of the project you got it from; how to report
        a weakness in confidence stands in its SECURITY.md.
      </p>
      <h2>If this is your shop</h2>
      <p>Put here how people reach you, and who you are by the law of your country.</p>
    </>
  ),
}
