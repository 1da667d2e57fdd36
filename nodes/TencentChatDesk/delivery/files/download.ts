import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import type { RemoteFile } from '../../parameters/remoteFile';
import { type ByteStream, isByteStream } from '../transport/reading';
import { refusalOfAddress } from './hostRule';
import { safeName } from './objectOf';

const timeout = 30_000;
const maxRedirects = 3;
/** Files of one message that are loaded; no client sends more at once. */
const maxFiles = 20;

type Context = IExecuteFunctions | IWebhookFunctions;

/** What may be loaded. */
export interface DownloadRules {
	/** Bytes of one file. */
	maxSize: number;
	/** A host that the user of the credential named, which is trusted. */
	ownOrigin: string;
}

/** What a message brought: the loaded files, and what to say of all of them. */
export interface Loaded {
	binary: IBinaryKeyData;
	files: IDataObject[];
}

interface FullResponse {
	statusCode: number;
	headers?: Record<string, unknown>;
	body: unknown;
}

/** Why a file was not loaded. */
class NotLoaded extends Error {}

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
const tooLarge = (maxSize: number) => `The file is larger than ${megabytes(maxSize)}`;

/** n8n's own list of networks that nobody may reach, whether or not its administrator turned it on. */
async function checkByN8n({ helpers }: Context, address: string): Promise<void> {
	// Older versions of n8n have no such filter.
	const filter = helpers.getSecureEgressFilter?.('enforced');
	const result = await filter?.validateUrl(address);
	if (result && !result.ok) throw new NotLoaded('The address leads into a private network');
}

async function check(context: Context, address: string, { ownOrigin }: DownloadRules) {
	const refusal = refusalOfAddress(address, ownOrigin);
	if (refusal !== undefined) throw new NotLoaded(refusal);
	const isOwn = new URL(address).origin === ownOrigin;
	if (!isOwn) await checkByN8n(context, address);
}

async function request(context: Context, address: string): Promise<FullResponse> {
	const signal =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	return (await context.helpers.httpRequest({
		method: 'GET',
		url: address,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// Each hop is checked like the first.
		disableFollowRedirect: true,
		timeout,
		...(signal ? { abortSignal: signal } : {}),
	})) as FullResponse;
}

/** The response at the end of the redirects. */
async function follow(
	context: Context,
	first: string,
	rules: DownloadRules,
): Promise<FullResponse> {
	let address = first;
	for (let hops = 0; hops <= maxRedirects; hops++) {
		await check(context, address, rules);
		const response = await request(context, address);
		const { statusCode, headers = {}, body } = response;
		const { location } = headers;
		if (statusCode < 300 || statusCode > 399 || typeof location !== 'string') return response;
		if (isByteStream(body)) body.destroy();
		if (!URL.canParse(location, address)) throw new NotLoaded('It redirects to no web address');
		address = new URL(location, address).href;
	}
	throw new NotLoaded('It redirects again and again');
}

async function readAll(stream: ByteStream, maxSize: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream) {
		const bytes = Buffer.from(chunk as Uint8Array);
		size += bytes.length;
		if (size > maxSize) {
			stream.destroy();
			throw new NotLoaded(tooLarge(maxSize));
		}
		chunks.push(bytes);
	}
	return Buffer.concat(chunks);
}

/** A type that says something; n8n finds out the others by the name and the bytes. */
function typeOf(headers: Record<string, unknown> = {}): string | undefined {
	const { 'content-type': value } = headers;
	const type = typeof value === 'string' ? value.split(';', 1)[0]!.trim().toLowerCase() : '';
	const isType = /^[\w.+-]+\/[\w.+-]+$/.test(type);
	return isType && !type.endsWith('/octet-stream') ? type : undefined;
}

async function load(context: Context, file: RemoteFile, rules: DownloadRules) {
	const { address, size } = file;
	if (address === undefined) throw new NotLoaded('The message gives no web address');
	if (size !== undefined && size > rules.maxSize) throw new NotLoaded(tooLarge(rules.maxSize));
	const { statusCode, headers = {}, body } = await follow(context, address, rules);
	if (!isByteStream(body)) throw new NotLoaded('Nothing came from its address');
	if (statusCode < 200 || statusCode > 299) {
		body.destroy();
		throw new NotLoaded(
			statusCode === 403 || statusCode === 404 || statusCode === 410
				? `The file is gone: its host answers with HTTP status ${statusCode}`
				: `Its host answers with HTTP status ${statusCode}`,
		);
	}
	if (Number(headers['content-length']) > rules.maxSize) {
		body.destroy();
		throw new NotLoaded(tooLarge(rules.maxSize));
	}
	const bytes = await readAll(body, rules.maxSize);
	return await context.helpers.prepareBinaryData(bytes, safeName(file.name), typeOf(headers));
}

/** An address without its query, in which signatures stand. */
const withoutQuery = (address: string) => address.split(/[?#]/, 1)[0] ?? '';

/** Loads the files of one message. What cannot be loaded is said, and stops nothing. */
export async function loadFiles(
	context: Context,
	files: readonly RemoteFile[],
	rules: DownloadRules,
): Promise<Loaded> {
	const loaded: Loaded = { binary: {}, files: [] };
	for (const file of files.slice(0, maxFiles)) {
		const { kind, name, address } = file;
		const count = Object.keys(loaded.binary).length;
		const property = count === 0 ? 'data' : `data${count}`;
		try {
			const binary = await load(context, file, rules);
			loaded.binary[property] = binary;
			loaded.files.push({ kind, name, property, mimeType: binary.mimeType });
		} catch (error) {
			const problem =
				error instanceof NotLoaded ? error.message : 'The connection to its host broke';
			loaded.files.push({ kind, name, address: withoutQuery(address ?? ''), problem });
		}
	}
	return loaded;
}

/** Messages whose files are loaded at once. */
const maxAtOnce = 3;

/** Loads the files of many messages, a few at a time, in their order. */
export type LoadFiles = (files: readonly RemoteFile[][], maxSize: number) => Promise<Loaded[]>;

export async function loadForAll(
	context: Context,
	files: readonly RemoteFile[][],
	rules: DownloadRules,
): Promise<Loaded[]> {
	const loaded: Loaded[] = [];
	let next = 0;
	const loadNext = async () => {
		while (next < files.length) {
			const index = next++;
			loaded[index] = await loadFiles(context, files[index] ?? [], rules);
		}
	};
	await Promise.all(Array.from({ length: maxAtOnce }, loadNext));
	return loaded;
}

/** An output that says what became of its files, where it has any. */
export const withFiles = (output: IDataObject, loaded: Loaded | undefined): IDataObject =>
	loaded && loaded.files.length > 0 ? { ...output, files: loaded.files } : output;
