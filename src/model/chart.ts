import type { TextFact } from './narrative';
import type { Place } from './source';

/*
 * Data of a chart as a conversion leaves it: labels and numbers without a head, near its caption or at the end of the
 * document.
 */

export interface ChartPoint {
  /** As printed: 基本支出, 2021年. */
  readonly label: string;
  /** The year that the label names; null when it names none. */
  readonly year: number | null;
  readonly figure: TextFact;
}

export interface Chart {
  /** Caption of the data, '' when there is none. */
  readonly title: string;
  readonly place: Place;
  readonly points: readonly ChartPoint[];
}
