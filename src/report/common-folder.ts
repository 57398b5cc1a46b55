/**
 * The folder that all files have in common, with the separator at its end, so that the rest of each path is its name
 * below it.
 * @param files paths with / or \ between their parts
 * @returns an empty string when they have none, or only the root of the disk
 * @example commonFolder(['报送/甲/1.docx', '报送/乙/1.docx']) // '报送/'
 */
export function commonFolder(files: readonly string[]): string {
  const [first = ''] = files;
  let length = first.length;
  for (const file of files) {
    let same = 0;
    while (same < length && file[same] === first[same]) same += 1;
    length = same;
  }
  const folder = first.slice(0, length).replace(/(?<![^/\\])[^/\\]+$/, '');
  return /[^/\\.:]/.test(folder) || /^\.\.[/\\]/.test(folder) ? folder : '';
}
