/** What a page says when it could not be made. */
export const failureTexts = {
  noAnswer: 'The shop did not answer',
  pageFailed: 'This page could not be loaded. Your cart is kept.',
  tryAgain: 'Try again',
  somethingWrong: 'Something went wrong',
  somethingWrongTitle: 'Something went wrong on our side',
}
