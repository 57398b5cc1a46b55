export { inspectionForm, type Inspected, type RuleText } from './inspection';
export { batchReport } from './batch';
export { digestOf, type DigestNames } from './digest';
export { type Addresses, type JsonDocument, type JsonFinding, type JsonRef, toJson } from './json';
export { kindText, placeText, toText } from './text';
