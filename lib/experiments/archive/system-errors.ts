/**
 * What the operating system refuses, as sentences: the path, what is wrong with it, what to do. Its errors reach a user
 * in no other form.
 */

type Sentence = (path: string) => string;

const SENTENCES: Readonly<Record<string, Sentence>> = {
  ENOENT: path => `${path} does not exist: check the path`,
  EEXIST: path => `${path} exists already: give another name`,
  EACCES: path => `${path} may not be read or written by this user: change its permissions, or name another place`,
  EPERM: path => `${path} may not be changed by this user: change its permissions, or name another place`,
  EROFS: path => `${path} lies on a disk that is read-only: name another place`,
  ENOSPC: path => `${path} cannot be written, the disk is full: make room, or name another place`,
  EDQUOT: path => `${path} cannot be written, the quota of this user is used up: make room, or name another place`,
  EFBIG: path => `${path} is larger than its disk admits: record less, or name another place`,
  ENAMETOOLONG: path => `the name ${path} is longer than the disk admits: give a shorter one`,
  ENOTDIR: path => `${path}: a part of this path is a file where a folder is needed: name another place`,
  EISDIR: path => `${path} is a folder where a file is needed: name a file`,
  ENOTEMPTY: path => `${path} is a folder that is not empty: name another place`,
  ELOOP: path => `${path} is a link that leads in a circle: mend the link`,
  EMFILE: path =>
    `${path} cannot be opened, this process has too many open files: give fewer --jobs, or raise \`ulimit -n\``,
  ENFILE: path => `${path} cannot be opened, the machine has too many open files: end other programs`,
  EBUSY: path => `${path} is in use by another program: end that one, or name another place`,
  ETXTBSY: path => `${path} is in use by another program: end that one, or name another place`,
  EXDEV: path => `${path} cannot be moved to another disk: name a place on the same one`,
  EIO: path => `${path} cannot be read or written, the disk reports an error: check the disk`,
  ENXIO: path => `${path} is a device that nobody serves: name a file`,
  ENOTSUP: path => `${path} is of a kind that its disk does not support: name another place`,
};

/** An error of the operating system: it has a code and names the call that failed. */
const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === "string";

/** Every code that has a sentence of its own. */
export const SYSTEM_CODES: readonly string[] = Object.keys(SENTENCES);

/** One sentence for an error of the operating system; undefined for any other error. */
export function systemSentence(error: unknown): string | undefined {
  if (!isSystemError(error)) return undefined;
  const { path = "a file", syscall } = error;
  if (syscall === "mkdir" && error.code === "ENOENT")
    return `${path} cannot be made, its disk admits no new folders: name another place`;
  const code = syscall === "mkdir" && error.code === "EEXIST" ? "ENOTDIR" : (error.code ?? "unknown");
  return Object.hasOwn(SENTENCES, code)
    ? SENTENCES[code](path)
    : `${path} cannot be used (${syscall}: ${code}): name another place`;
}

/** Names the path in an error of the operating system that lacks it, as those of open files do. */
export function naming<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (isSystemError(error)) error.path ??= path;
    throw error;
  }
}
