/** Notices that come up at the edge of a page. */
export const noticeTexts = {
  notices: 'Notifications',
  close: 'Close',
  /** Read out where something can be done. */
  key: 'F6 goes to it.',
}
