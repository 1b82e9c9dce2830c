import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { sha256 } from '../chain/hash.js';
import { invalidOption, onlyKnown } from '../check.js';
import { storableText } from '../entry/storable.js';
import { uuidV7 } from '../entry/uuid.js';
import type { ContentRow } from '../sql/insert.js';

/** Keys that wrap the keys of subjects. Kept outside the database: a key service, a secret of the deployment. */
export interface ContentKeys {
  /** Name of the key that wraps new keys. */
  readonly current: string;
  /** 32 bytes each, by name. After a rotation the old ones stay, to read with. */
  readonly keys: Readonly<Record<string, Uint8Array>>;
}

/** What is stored of one text. */
export interface SealedContent {
  readonly row: ContentRow;
  /** For the entry: hexadecimal SHA-256 of salt and text. It tells nothing once the salt is gone. */
  readonly commitment: string;
}

/** Encrypts texts under a key for each person, so that destroying the key destroys the text, in backups too. */
export interface ContentVault {
  seal(eventId: string, subject: string, text: string): SealedContent;
  /** Forgets the key of a subject, so that the next text gets a new one. */
  forget(subject: string): void;
}

interface SubjectKey {
  readonly id: string;
  readonly key: Buffer;
  readonly wrapped: string;
  readonly madeAt: number;
}

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SALT_BYTES = 32;
/** A person who is erased by another process gets a new key here after this long at the latest. */
const KEY_AGE_MS = 3_600_000;
const MAX_SUBJECTS = 1_000;

/** @throws SentinelError INVALID_OPTION for a key that is missing or has not 32 bytes. */
export function createContentVault(options: ContentKeys): ContentVault {
  onlyKnown(options, ['current', 'keys'] satisfies (keyof ContentKeys)[]);
  const { current } = options;
  for (const [name, key] of Object.entries(options.keys ?? {})) {
    if (key?.byteLength !== KEY_BYTES) throw invalidOption(`\`content.keys.${name}\` must have ${KEY_BYTES} bytes.`);
  }
  const wrappingKey = options.keys?.[current];
  if (wrappingKey === undefined) throw invalidOption('`content.current` must name one of `content.keys`.');
  const subjects = new Map<string, SubjectKey>();

  function keyOf(subject: string): SubjectKey {
    const known = subjects.get(subject);
    if (known !== undefined && Date.now() - known.madeAt < KEY_AGE_MS) return known;
    const id = uuidV7(Date.now());
    const key = randomBytes(KEY_BYTES);
    const wrapped = `${Buffer.from(current).toString('hex')}00${encrypt(wrappingKey as Uint8Array, key, id + subject).toString('hex')}`;
    const made = { id, key, wrapped, madeAt: Date.now() };
    const [oldest] = subjects.size >= MAX_SUBJECTS ? subjects.keys() : [];
    if (oldest !== undefined) subjects.delete(oldest);
    subjects.set(subject, made);
    return made;
  }

  return {
    seal(eventId, subject, given) {
      const text = storableText(given);
      const { id, key, wrapped } = keyOf(subject);
      const salt = randomBytes(SALT_BYTES);
      const sealed = encrypt(key, Buffer.from(text), eventId);
      return {
        commitment: sha256(salt, text).toString('hex'),
        row: {
          event_id: eventId,
          subject_ref: subject,
          key_id: id,
          nonce: sealed.subarray(0, NONCE_BYTES).toString('hex'),
          ciphertext: sealed.subarray(NONCE_BYTES).toString('hex'),
          salt: salt.toString('hex'),
          wrapped_key: wrapped,
        },
      };
    },
    forget: (subject) => void subjects.delete(subject),
  };
}

/**
 * The text of a row, whose key is given wrapped as it is stored.
 *
 * @throws SentinelError INVALID_OPTION when the wrapping key is not among the given ones.
 */
export function openContent(
  { keys }: ContentKeys,
  row: ContentRow,
): { readonly text: string; readonly commitment: string } {
  const stored = Buffer.from(row.wrapped_key, 'hex');
  const end = stored.indexOf(0);
  const name = stored.toString('utf8', 0, end);
  const wrappingKey = Object.hasOwn(keys, name) ? keys[name] : undefined;
  if (wrappingKey === undefined) throw invalidOption(`\`content.keys\` must have the key "${name}" to read this text.`);
  const key = decrypt(wrappingKey, stored.subarray(end + 1), row.key_id + row.subject_ref);
  const text = decrypt(key, Buffer.from(row.nonce + row.ciphertext, 'hex'), row.event_id);
  return { text: text.toString('utf8'), commitment: sha256(Buffer.from(row.salt, 'hex'), text).toString('hex') };
}

/** Nonce, ciphertext and tag. What it belongs to is authenticated, so that it can't be moved to another row. */
function encrypt(key: Uint8Array, data: Uint8Array, belongsTo: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(belongsTo));
  return Buffer.concat([nonce, cipher.update(data), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Uint8Array, sealed: Buffer, belongsTo: string): Buffer {
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(belongsTo)).setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
}
