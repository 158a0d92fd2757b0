import {
  changeNameRequest,
  changePasswordRequest,
  deleteAccountRequest,
  type Person,
  passwordResetRequest,
  resetPasswordRequest,
  signInRequest,
  signUpRequest,
} from '@onhand/contract/accounts'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import { allow } from '../http/access.ts'
import { jsonBody } from '../http/json-body.ts'
import { onlyMethod } from '../http/only-method.ts'
import { parse } from '../http/parse.ts'
import { sameOriginOnly } from '../http/same-origin.ts'
import { senderOf } from '../http/throttle.ts'
import type { Accounts } from './accounts.ts'
import type { CookieAnswer } from './answers.ts'
import { changeName } from './change-name.ts'
import { changePassword } from './change-password.ts'
import { deleteAccount } from './delete-account.ts'
import { requestPasswordReset, resetPassword } from './reset-password.ts'
import { issueToken, readSession, requireSession, signOut, signOutEverywhere } from './sessions.ts'
import { signIn } from './sign-in.ts'
import { signUp } from './sign-up.ts'

/** Signing up, in and out: the only routes that look at the session's cookie. */
export function accountRoutes(accounts: Accounts): Router {
  const router = Router()

  /** Looks the session up before anything else, and prolongs its cookie. */
  const session: RequestHandler = async (req, res, next) => {
    const { body, cookies } = await requireSession(accounts, req.get('Cookie'))
    for (const cookie of cookies) res.append('Set-Cookie', cookie)
    res.locals.user = body.user
    next()
  }

  router.use('/auth', sameOriginOnly(new URL(accounts.publicUrl).origin), (_req, res, next) => {
    res.set('Cache-Control', 'no-store')
    next()
  })

  router
    .route('/auth/sign-up/email')
    .post(allow('public'), jsonBody, async (req: Request, res: Response) => {
      reply(res, await signUp(accounts, parse(signUpRequest, req.body), senderOf(req.ip)))
    })
    .all(onlyMethod('POST'))

  router
    .route('/auth/sign-in/email')
    .post(allow('public'), jsonBody, async (req: Request, res: Response) => {
      reply(res, await signIn(accounts, parse(signInRequest, req.body), senderOf(req.ip)))
    })
    .all(onlyMethod('POST'))

  router
    .route('/auth/sign-out')
    .post(allow('public'), async (req, res) => {
      reply(res, await signOut(accounts, req.get('Cookie')))
    })
    .all(onlyMethod('POST'))

  router
    .route('/auth/sign-out/everywhere')
    .post(allow('session'), session, async (req: Request, res: Response) => {
      reply(res, await signOutEverywhere(accounts, userOf(res), req.get('Cookie')))
    })
    .all(onlyMethod('POST'))

  router
    .route('/auth/get-session')
    .get(allow('public'), async (req, res) => {
      reply(res, await readSession(accounts, req.get('Cookie')))
    })
    .all(onlyMethod('GET'))

  router
    .route('/auth/token')
    .get(allow('session'), session, async (_req: Request, res: Response) => {
      res.json(await issueToken(accounts, userOf(res)))
    })
    .all(onlyMethod('GET'))

  router
    .route('/auth/jwks')
    .get(allow('public'), async (_req, res) => {
      res.json(await accounts.auth.api.getJwks())
    })
    .all(onlyMethod('GET'))

  router
    .route('/auth/change-password')
    .post(allow('session'), session, jsonBody, async (req: Request, res: Response) => {
      const change = parse(changePasswordRequest, req.body)
      reply(res, await changePassword(accounts, userOf(res), change, senderOf(req.ip)))
    })
    .all(onlyMethod('POST'))

  router
    .route('/auth/update-user')
    .post(allow('session'), session, jsonBody, async (req: Request, res: Response) => {
      reply(res, await changeName(accounts, userOf(res), parse(changeNameRequest, req.body).name))
    })
    .all(onlyMethod('POST'))

  router
    .route('/auth/request-password-reset')
    .post(allow('public'), jsonBody, async (req: Request, res: Response) => {
      const { email } = parse(passwordResetRequest, req.body)
      reply(res, await requestPasswordReset(accounts, email, senderOf(req.ip)))
    })
    .all(onlyMethod('POST'))

  router
    .route('/auth/reset-password')
    .post(allow('public'), jsonBody, async (req: Request, res: Response) => {
      reply(res, await resetPassword(accounts, parse(resetPasswordRequest, req.body), senderOf(req.ip)))
    })
    .all(onlyMethod('POST'))

  router
    .route('/auth/delete-user')
    .post(allow('session'), session, jsonBody, async (req: Request, res: Response) => {
      const { password } = parse(deleteAccountRequest, req.body)
      reply(res, await deleteAccount(accounts, userOf(res), password, req.get('Cookie'), senderOf(req.ip)))
    })
    .all(onlyMethod('POST'))

  return router
}

function userOf(res: Response): Person {
  return res.locals.user
}

function reply<Body>(res: Response, { body, cookies }: CookieAnswer<Body>): void {
  for (const cookie of cookies) res.append('Set-Cookie', cookie)
  res.json(body)
}
