/** In pixels; what the large sites cut nothing off. */
export const previewSize = { width: 1200, height: 630 }
