import type { Severity } from '../model/relation';
import { SEVERITIES, type Mark } from './plan';
import type { PlacedFinding } from './result';

/*
 * Findings become marks: one a cell, however many findings point at it.
 */

const WEIGHT: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/**
 * A mark of its own for every cell that a finding points at; the gravest finding colours it, all of them are in its
 * note.
 */
export function marksOf(findings: readonly PlacedFinding[]): Mark[] {
  const marks = new Map<string, Mark>();
  for (const { finding, place } of findings) {
    if (!place) continue;
    const { severity, message } = finding;
    const key = `${place.sheet}!${place.cell}`;
    const before = marks.get(key);
    const { word } = SEVERITIES[severity];
    if (!before) {
      marks.set(key, { ...place, severity, title: word, text: message });
      continue;
    }
    // Within one note each further finding names its own severity.
    const gravest = WEIGHT[severity] > WEIGHT[before.severity];
    const text = gravest ? `${message}\n${before.title}：${before.text}` : `${before.text}\n${word}：${message}`;
    const head = gravest ? { severity, title: word } : { severity: before.severity, title: before.title };
    marks.set(key, { ...place, ...head, text });
  }
  return [...marks.values()];
}
