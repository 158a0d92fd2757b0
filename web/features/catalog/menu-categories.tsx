'use client'

import { useQuery } from '@tanstack/react-query'
import { frameTexts } from '#messages/frame.ts'
import { listCategories } from '../../lib/api.ts'
import { listHref } from './list-query.ts'
import { MenuLink } from './menu-link.tsx'

/** Widths of lines that stand for names. */
const waiting = ['w-24', 'w-16', 'w-28', 'w-20']

/** Read when the menu opens. Without an answer the way to everything is left. */
export function MenuCategories() {
  const { data, isError } = useQuery({ queryKey: ['categories'], queryFn: listCategories })
  if (!data && isError) return <li className="px-3 py-2 text-sm text-warn">{frameTexts.categoriesFailed}</li>
  if (!data) return waiting.map((width) => <li key={width} className={`skeleton mx-3 my-3 h-5 ${width}`} />)
  return data.categories.map(({ name, products }) => (
    <MenuLink key={name} href={listHref({ category: name })} name={name} products={products} />
  ))
}
