/* Dates as people write them: 2025年2月10日, 2025-02-10, 2025/2/10, 2025.2.10. */

const DATE = /(20\d{2})\s{0,2}[年.\-/]\s{0,2}(\d{1,2})\s{0,2}[月.\-/]\s{0,2}(\d{1,2})(?!\d)/;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysOf(month: number, year: number): number {
  return (LENGTHS[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0);
}

/** The day that a text names, counted from a fixed one; undefined where it names none that there is. */
export function dayIn(text: string): number | undefined {
  const [, ...numbers] = DATE.exec(text) ?? [];
  const [year, month, day] = numbers.map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (day < 1 || day > daysOf(month, year)) return undefined;
  let count = day;
  for (let before = 1; before < month; before += 1) count += daysOf(before, year);
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) + count;
}
