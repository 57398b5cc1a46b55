import type { Family } from '../model/form';
import { SHANGHAI_BUDGET } from './shanghai/budget';
import { SHANGHAI_FINAL } from './shanghai/final';
import { SHANXI_BUDGET } from './shanxi-budget';
import { SHANXI_FINAL } from './shanxi-final';
import { SICHUAN_FINAL } from './sichuan-final';

/** Every known template family; adding a province is adding its folder and one line here. */
export const FAMILIES: readonly Family[] = [
  SHANXI_BUDGET,
  SHANXI_FINAL,
  SHANGHAI_BUDGET,
  SHANGHAI_FINAL,
  SICHUAN_FINAL,
];
