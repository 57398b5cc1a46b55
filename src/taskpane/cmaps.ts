/* Tables of Chinese character codes for PDF files, from beside the page: nothing comes from other servers. */

/** Loads one table by its file name. */
export async function loadCMap(fileName: string): Promise<Uint8Array> {
  // The name comes from the file that is read: nothing but a name is taken.
  if (!/^[\w-]+\.bcmap$/.test(fileName)) throw new Error(`no table ${fileName}`);
  const answer = await fetch(new URL(`cmaps/${fileName}`, document.baseURI));
  if (!answer.ok) throw new Error(`no table ${fileName}`);
  return new Uint8Array(await answer.arrayBuffer());
}
