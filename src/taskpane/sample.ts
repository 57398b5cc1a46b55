/*
 * The built-in sample: an invented disclosure with two slips in it.
 */

const SAMPLE = 'assets/samples/shanxi-budget-2024.txt';

/**
 * Loads the sample from beside the page.
 * @throws Error when the server does not have it
 */
export async function loadSample(): Promise<string> {
  const response = await fetch(new URL(SAMPLE, document.baseURI));
  if (!response.ok) throw new Error(`示例文件不在服务器上（${response.status}）`);
  return response.text();
}
