/**
 * A rule that says where a device stands. It names a site and what its devices have in common, or takes the site from the name: all
 * that stands before the first `nameUpTo`.
 */
export type SiteRule =
  | {
      readonly site: string;
      readonly names?: readonly string[] | undefined;
      readonly addresses?: readonly string[] | undefined;
    }
  | { readonly nameUpTo: string };
