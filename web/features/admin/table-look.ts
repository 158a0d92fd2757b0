/** Tables of the owner's room: rows on a wide page, cards on a phone. */
export const tableLook = 'w-full border-line border-t text-left text-sm max-md:block'
export const tableHeadLook =
  'text-soft max-md:sr-only [&_th]:py-2 [&_th]:pr-4 [&_th]:font-normal [&_th]:last:pr-0'
export const rowLook = 'border-line border-t max-md:block max-md:py-4'
/** Figures, whose ends stand below each other on a wide page. */
export const figureLook = 'md:pr-8! md:text-right'
export const cellLook = 'py-3 pr-4 align-middle last:pr-0 max-md:block max-md:p-0'
