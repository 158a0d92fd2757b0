/** Notices that come up at the edge of a page. */
export const noticeTexts = {
  close: 'Close',
  /** Read out where something can be done. */
  key: 'F6 goes to it.',
}
