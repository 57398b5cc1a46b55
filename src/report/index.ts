export { type Addresses, type JsonDocument, type JsonFinding, type JsonRef, toJson } from './json';
export { placeText, toText } from './text';
