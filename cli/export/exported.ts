import type { NetworkView } from '../../shared/model/network-view.ts';
import type { Positions } from '../map/layout/point.ts';

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

export interface ExportOptions {
  /** One table of the format `csv`. */
  readonly table?: string;
  /** Where the map has the devices, by node id: asked for only by a format that draws. */
  readonly positions: () => Promise<Positions>;
  /** A file of the interfaces as NetBox lists them: the format `netbox` takes their ids. */
  readonly interfaces?: string;
}

export type WriteExport = (view: NetworkView, options: ExportOptions) => Exported | Promise<Exported>;
