import type { Family } from '../model/form';
import { SHANXI_BUDGET } from './shanxi-budget';

/** Every known template family; adding a province is adding its folder and one line here. */
export const FAMILIES: readonly Family[] = [SHANXI_BUDGET];
