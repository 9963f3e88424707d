import type { NetworkView } from '../../shared/model/network-view.ts';

export interface ExportedFile {
  /** Without a folder. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** What a format makes of a view. The files of one format always have the same names, so that a second export leaves nothing old behind. */
export interface Exported {
  readonly files: readonly ExportedFile[];
  /** What is printed where no output is asked for, when that is not the one file itself. */
  readonly report?: { readonly data: unknown; readonly text: (columns: number) => string };
  /** What a person should know besides. */
  readonly notes?: readonly string[];
}

export interface Position {
  readonly x: number;
  readonly y: number;
}

export interface ExportOptions {
  /** One table of the format `csv`. */
  readonly table?: string;
  /** Where the map has the devices, by node id: asked for only by a format that draws. */
  readonly positions: () => ReadonlyMap<string, Position>;
  /** Interfaces as NetBox lists them: the format `netbox` takes their ids. */
  readonly interfaces?: string;
}

export type WriteExport = (view: NetworkView, options: ExportOptions) => Exported | Promise<Exported>;
