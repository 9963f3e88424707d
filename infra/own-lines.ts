import { decode, encode, type SourceMapMappings, type SourceMapSegment } from '@jridgewell/sourcemap-codec';

interface SourceMap {
  readonly sources: readonly string[];
  readonly mappings: string;
}

/**
 * A source map with what it says of our own files only. The libraries are nine tenths of a map, it deploys with every function, and Node
 * reads all of it for the first error that is thrown.
 */
export function ownLinesOnly(text: string): string {
  const map = JSON.parse(text) as SourceMap;
  const own = map.sources.filter(isOurs);
  const places = map.sources.map((source) => own.indexOf(source));
  const mappings = decode(map.mappings).map((line) => ownSegments(line, places));
  // Without names: those of functions are kept in the code itself.
  return JSON.stringify({ ...map, sources: own, names: [], mappings: encode(mappings) });
}

const isOurs = (source: string): boolean => !source.includes('node_modules/');

/** Where a library's code begins behind ours stays marked, by a segment of its column alone. */
function ownSegments(line: SourceMapMappings[number], places: readonly number[]): SourceMapSegment[] {
  const kept: SourceMapSegment[] = [];
  for (const [column, source, row, from] of line) {
    const place = source === undefined ? -1 : (places[source] ?? -1);
    if (place >= 0) kept.push([column, place, row ?? 0, from ?? 0]);
    else if ((kept.at(-1)?.length ?? 1) > 1) kept.push([column]);
  }
  return kept;
}
