import type { Rule } from '../../rule';
import { attachedForms, attachedTwice } from './attachments';
import { cellErrors } from './cell-errors';
import { contentsOrder, contentsPages, contentsTitles, contentsTwice } from './contents';
import { emptyForms, emptyNotes, moneyWithoutForm, notesOfOthers } from './empty-forms';
import { formListed, formOrder, formTwice } from './form-list';
import { formNumbers } from './form-numbers';
import { levelWords } from './level-words';
import { listedAgain, listedEmpty } from './listed';
import { numbering } from './numbering';
import { pairs } from './pairs';
import { personalData } from './personal-data';
import { projectYear } from './project-year';
import { receptionCounts, travelItems } from './travel-told';
import { WORDING_CHECKS } from './wording';
import { years } from './years';

/** What can be seen without adding up, in the order in which users read it. */
export const STRUCTURE_RULES: readonly Rule[] = [
  ...WORDING_CHECKS,
  pairs,
  levelWords,
  years,
  numbering,
  formNumbers,
  formOrder,
  formTwice,
  formListed,
  contentsTitles,
  contentsOrder,
  contentsTwice,
  contentsPages,
  emptyNotes,
  emptyForms,
  notesOfOthers,
  moneyWithoutForm,
  cellErrors,
  travelItems,
  receptionCounts,
  projectYear,
  attachedForms,
  attachedTwice,
  listedEmpty,
  listedAgain,
  personalData,
];
