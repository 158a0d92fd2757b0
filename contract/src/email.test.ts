import { expect, test } from 'vitest'
import { email } from './email.ts'

test.each([
  ['kim@bücher.example', 'kim@xn--bcher-kva.example'],
  ['kim@BÜCHER.example', 'kim@xn--bcher-kva.example'],
  ['kim@例え.例え.example', 'kim@xn--r8jz45g.xn--r8jz45g.example'],
  ['kim@bücher。example', 'kim@xn--bcher-kva.example'],
  ['kim@xn--bcher-kva.example', 'kim@xn--bcher-kva.example'],
  ['Kim.Lee+shop@Example.org', 'Kim.Lee+shop@Example.org'],
])('takes %s as the mailbox %s, whichever a browser sends', (typed, mailbox) => {
  expect(email.parse(typed)).toBe(mailbox)
})

test.each([
  'kïm@bücher.example',
  'kim@bücher',
  'kim@bücher..example',
  'kim@bü cher.example',
  'kim@bücher.example:25',
  'kim@bücher.example/x',
  'kim@bücher／x.example',
  'kim@bücher%2eexample',
  'kim@eve@bücher.example',
  'kim@１２７.０.０.１',
  'kim@пример.рф',
  `kim@${'ü.'.repeat(40)}example`,
])('refuses %s, which no mail server of the shop would be asked for', (typed) => {
  expect(email.safeParse(typed).success).toBe(false)
})
