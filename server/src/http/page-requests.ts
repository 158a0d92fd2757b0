import type { RequestHandler } from 'express'

const methods = ['GET', 'HEAD', 'POST']

/** Lets through what can ask for a page. Of the rest Next would make faults, in the log too, or pages where none was asked for. */
export const onlyPageRequests: RequestHandler = ({ method, url }, res, next) => {
  if (!methods.includes(method)) {
    res.status(405).set('Allow', methods.join(', ')).type('text').send('This page cannot do that.')
  } else if (!isReadable(url)) {
    res.status(400).type('text').send('This address cannot be read.')
  } else next()
}

/** Whether it is a path of ours, of characters that a text can have. */
function isReadable(url: string): boolean {
  const [path = ''] = url.split('?')
  try {
    return path.startsWith('/') && !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}
