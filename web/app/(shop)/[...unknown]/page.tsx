import { notFound } from 'next/navigation'

/** Any address that is no page, so that it is told within the shop's own frame. */
export default function UnknownPage() {
  notFound()
}
