import type { IBinaryData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import {
	type Bucket,
	publicAddress,
	readBucket,
	signedAddress,
} from '../../../../credentials/cos/bucket';
import { CredentialError } from '../../../../credentials/credentialError';
import type { AttachedFile, FileLink, ItemFiles } from '../../parameters/attachedFile';
import { InvalidParameter } from '../../parameters/invalidParameter';
import { type ItemError, itemErrorOf } from '../errors/nodeErrors';
import { bytesOf, partsOf } from './binary';
import { CosClient, cosCredentialType } from './cosClient';
import { UploadFailed } from './cosFailure';
import { type FileFacts, inspect } from './facts/inspect';
import { objectOf, type StoredObject } from './objectOf';

const megabyte = 1024 * 1024;
/** Up to here a file goes in one request. */
const maxSinglePut = 20 * megabyte;
const minPart = 8 * megabyte;
/** Documentation: COS > "Specifications and Limits". */
const maxParts = 10_000;
/** Files that are uploaded at once: each holds one part in memory. */
const maxAtOnce = 2;

/** What became of an upload. */
export type Uploaded =
	/** @param address of the object, without a signature */
	{ file: AttachedFile; address: string } | { error: ItemError };

/** One file that the messages of a run carry, whoever they are for. */
export interface Upload {
	/** What stands for the file until it is uploaded. */
	placeholder: AttachedFile;
	binary: IBinaryData;
	link: FileLink;
	/** Set once it is settled. */
	result?: Uploaded;
	running?: Promise<Uploaded>;
}

const withoutCredential = new CredentialError(
	"The credential 'Tencent COS API' is missing",
	"A file of the item is uploaded to your own bucket, so that the message can carry its address. Pick or create the credential in this node, or set 'Source' to 'Web Address'.",
);

const isBinary = (value: unknown): value is IBinaryData =>
	typeof value === 'object' &&
	value !== null &&
	'mimeType' in value &&
	(('id' in value && typeof value.id === 'string') ||
		('data' in value && typeof value.data === 'string'));

/** The files that an item attaches, and those of them that are not uploaded yet. */
export class AttachedFiles implements ItemFiles {
	readonly names: readonly string[];
	readonly attached = new Set<Upload>();

	constructor(
		private readonly uploads: Uploads,
		private readonly item: INodeExecutionData | undefined,
	) {
		this.names = Object.keys(item?.binary ?? {});
	}

	/** Files without an address yet. */
	get pending(): Upload[] {
		return [...this.attached].filter(({ result }) => result === undefined);
	}

	/** Addresses of those that are uploaded, without signatures. */
	get addresses(): string[] {
		return [...this.attached].flatMap(({ result }) =>
			result && 'address' in result ? [result.address] : [],
		);
	}

	attach(property: unknown, label: string, link: FileLink): AttachedFile {
		const upload = this.uploads.of(this.find(property, label), link);
		this.attached.add(upload);
		const { result } = upload;
		if (!result) return upload.placeholder;
		if ('error' in result) throw new AttachingFailed(result.error);
		return result.file;
	}

	private find(property: unknown, label: string): IBinaryData {
		if (isBinary(property)) return property;
		const binary = this.item?.binary;
		const found =
			typeof property === 'string' && binary && Object.hasOwn(binary, property)
				? binary[property]
				: undefined;
		if (found) return found;
		const inJson = typeof property === 'string' ? this.item?.json[property] : undefined;
		if (isBinary(inJson)) return inJson;
		const names = this.names.map((name) => `'${name}'`).join(', ');
		throw new InvalidParameter(
			typeof property === 'string'
				? `'${label}' is '${property.slice(0, 60)}', and the item has no file of that name`
				: `'${label}' is not the name of a file`,
			names === ''
				? 'The item brings no file at all. Check the node before this one: some drop the files of their input.'
				: `The item brings ${names}. Enter one of these names.`,
		);
	}
}

/** A file that an earlier item brought could not be uploaded, so that this one's cannot either. */
export class AttachingFailed extends Error {
	constructor(readonly reason: ItemError) {
		super('A file could not be uploaded');
	}
}

/** Uploads the files of a run, each once. */
export class Uploads {
	private readonly known = new Map<string, Upload>();
	/** Files that n8n holds as texts, with a number for each. */
	private readonly texts = new Map<string, number>();
	/** The same file may come under several names of n8n's own. */
	private readonly stored = new Map<string, Promise<void>>();
	private client: Promise<CosClient> | undefined;
	private open: CosClient | undefined;
	private underWay = 0;
	private readonly queue: Array<() => void> = [];
	private isStopped = false;

	constructor(private readonly context: IExecuteFunctions) {}

	/** What the fields of an item read its files from. */
	filesOf(item: number): AttachedFiles {
		return new AttachedFiles(this, this.context.getInputData()[item]);
	}

	/** The upload of a file; two items with the same one share it. */
	of(binary: IBinaryData, link: FileLink): Upload {
		const { fileName, mimeType } = binary;
		const key = JSON.stringify([this.identityOf(binary), fileName, mimeType, link]);
		const known = this.known.get(key);
		if (known) return known;
		const upload: Upload = { binary, link, placeholder: placeholderFor(this.known.size + 1) };
		this.known.set(key, upload);
		return upload;
	}

	/** What tells the bytes of a file from those of others, without reading them. */
	private identityOf({ id, data }: IBinaryData): string {
		if (id !== undefined) return id;
		const known = this.texts.get(data) ?? this.texts.size;
		this.texts.set(data, known);
		return String(known);
	}

	/** Uploads a file, unless that was done before. Never throws. */
	async finish(upload: Upload): Promise<Uploaded> {
		upload.running ??= this.settle(upload);
		return await upload.running;
	}

	/** Gives up what is under way. */
	stop(): void {
		this.isStopped = true;
		this.open?.abort();
	}

	private async settle(upload: Upload): Promise<Uploaded> {
		await this.turn();
		try {
			upload.result = await this.upload(upload);
		} catch (error) {
			upload.result = {
				error: error instanceof UploadFailed ? error.failure : itemErrorOf(error),
			};
		} finally {
			this.underWay -= 1;
			this.queue.shift()?.();
		}
		return upload.result;
	}

	private async turn(): Promise<void> {
		if (this.underWay >= maxAtOnce) {
			await new Promise<void>((resolve) => this.queue.push(resolve));
		}
		this.underWay += 1;
	}

	private async upload({ binary, link }: Upload): Promise<Uploaded> {
		const client = await (this.client ??= this.connect());
		client.checkStopped();
		const facts = await inspect(bytesOf(this.context, binary), () => client.checkStopped());
		if (facts.size === 0) {
			throw new InvalidParameter(
				'The file of the item is empty',
				'Check the node that makes or reads it.',
			);
		}
		const object = objectOf(client.bucket, facts, binary, link);
		const storing = this.stored.get(object.key) ?? this.store(client, binary, facts, object);
		this.stored.set(object.key, storing);
		await storing;
		const { bucket } = client;
		const { md5, size, picture, seconds } = facts;
		const file = { address: addressOf(bucket, object.key, link), name: object.name, md5, size };
		return {
			file: { ...file, picture, seconds },
			address: publicAddress(bucket, object.key),
		};
	}

	private async connect(): Promise<CosClient> {
		let credentials;
		try {
			credentials = await this.context.getCredentials(cosCredentialType);
		} catch {
			throw withoutCredential;
		}
		this.open = new CosClient(this.context, readBucket(credentials), credentials);
		if (this.isStopped) this.open.abort();
		return this.open;
	}

	private async store(
		client: CosClient,
		binary: IBinaryData,
		{ size }: FileFacts,
		{ key, headers }: StoredObject,
	): Promise<void> {
		if (size <= maxSinglePut) {
			for await (const body of partsOf(bytesOf(this.context, binary), size)) {
				await client.put(key, body, headers);
			}
			return;
		}
		const uploadId = await client.begin(key, headers);
		let isComplete = false;
		try {
			const etags: string[] = [];
			const partSize = Math.max(minPart, Math.ceil(size / maxParts));
			for await (const part of partsOf(bytesOf(this.context, binary), partSize)) {
				etags.push(await client.putPart(key, uploadId, etags.length + 1, part));
			}
			await client.complete(key, uploadId, etags, size);
			isComplete = true;
		} finally {
			if (!isComplete) await client.discard(key, uploadId);
		}
	}
}

/** Files are told apart by it, for those that share a call. */
const placeholderFor = (number: number): AttachedFile => ({
	address: `https://file-of-the-item.invalid/${number}`,
	md5: '',
	size: 0,
	name: 'file',
});

function addressOf(bucket: Bucket, key: string, link: FileLink): string {
	if (link.kind !== 'signed') return publicAddress(bucket, key);
	return signedAddress(bucket, key, Math.floor(Date.now() / 1000), link.days * 86_400);
}
