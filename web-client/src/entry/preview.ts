/** Path of the last still that the page may show before its video begins; undefined where the owner has not allowed that. */
export function previewPath(page: Pick<Document, 'querySelector'>): string | undefined {
  const image = page.querySelector<HTMLMetaElement>('meta[property="og:image"]')?.content;
  return image !== undefined && URL.canParse(image) ? new URL(image).pathname : undefined;
}
