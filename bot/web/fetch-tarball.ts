/** Fetches the tarball of a package release, for example through `npm pack`. */
export type FetchTarball = (release: string, options: { folder: string }) => Promise<Buffer>;
