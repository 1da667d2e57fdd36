import { createHmac } from 'crypto';
import type { IBinaryData } from 'n8n-workflow';
import type { Bucket } from '../../../../credentials/cos/bucket';
import type { FileLink } from '../../parameters/attachedFile';
import type { ObjectHeaders } from './cosClient';
import type { FileFacts } from './facts/inspect';

/** The longest name that is kept. */
const maxName = 120;
/** What may be shown where its address is opened; all else is offered as a download. */
const shown = /^(?:image\/(?:png|jpeg|gif|webp|bmp)|audio\/[\w.+-]+|video\/[\w.+-]+)$/;
const anyBytes = 'application/octet-stream';

/** A name without a path, control characters and what shells and systems take for something else. */
export function safeName(name: string | undefined): string {
	const last = (name ?? '').split(/[\\/]/).at(-1) ?? '';
	const plain = [...last]
		.map((character) => (character < ' ' || '"*:<>?|\x7f'.includes(character) ? '_' : character))
		.join('')
		.trim();
	if (plain === '' || /^\.+$/.test(plain)) return 'file';
	if (plain.length <= maxName) return plain;
	const ending = endingOf(plain);
	return [...plain].slice(0, maxName - ending.length).join('') + ending;
}

function endingOf(name: string): string {
	return /\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? '';
}

const encodedName = (name: string) =>
	encodeURIComponent(name).replace(
		/['()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);

/** RFC 6266: the name twice, in plain letters for old clients. */
function disposition(name: string, type: string): string {
	const kind = shown.test(type) ? 'inline' : 'attachment';
	const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
	return `${kind}; filename="${plain}"; filename*=UTF-8''${encodedName(name)}`;
}

/** Where a file goes in the bucket, and how it is to be there. */
export interface StoredObject {
	key: string;
	name: string;
	headers: ObjectHeaders;
}

/**
 * The same file gets the same key, so that it is stored once. The key tells nobody what it is, and
 * nobody can guess it: it is made with the secret of the bucket.
 */
export function objectOf(
	bucket: Bucket,
	facts: FileFacts,
	{ fileName, mimeType }: IBinaryData,
	link: FileLink,
): StoredObject {
	const name = safeName(fileName);
	const type = /^[\w.+-]+\/[\w.+-]+$/.test(mimeType) ? mimeType.toLowerCase() : anyBytes;
	const isPublic = link.kind === 'publicObject';
	const identity = JSON.stringify([facts.sha256, facts.size, name, type, isPublic]);
	const id = createHmac('sha256', bucket.secretKey).update(identity).digest('hex').slice(0, 40);
	const file = `${id}${endingOf(name)}`;
	return {
		key: bucket.folder === '' ? file : `${bucket.folder}/${file}`,
		name,
		headers: {
			'Content-Type': type,
			'Content-Disposition': disposition(name, type),
			...(isPublic ? { 'x-cos-acl': 'public-read' } : {}),
		},
	};
}
