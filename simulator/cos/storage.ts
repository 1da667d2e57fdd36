import { createHash, randomUUID } from 'node:crypto';

/** A bucket, and the key that may write into it. */
export interface SimulatedBucket {
	/** With the APPID, such as `chat-files-1250000000`. */
	name: string;
	secretId: string;
	secretKey: string;
	/** Anybody may read every object of it. */
	publicRead?: boolean;
}

export interface StoredFile {
	bytes: Buffer;
	/** Content-Type, Content-Disposition and such, in small letters. */
	headers: Record<string, string>;
	publicRead: boolean;
	/** Milliseconds since 1970 from which on it is gone. */
	expiresAt?: number;
}

/** Parts that wait to be put together. */
export interface PendingUpload {
	key: string;
	file: Omit<StoredFile, 'bytes'>;
	parts: Map<number, Buffer>;
}

interface BucketState {
	bucket: SimulatedBucket;
	files: Map<string, StoredFile>;
	uploads: Map<string, PendingUpload>;
}

/** What a test or the inbox wants to know of an object. */
export interface FileEntry {
	bucket: string;
	key: string;
	size: number;
	headers: Record<string, string>;
	publicRead: boolean;
}

/** Where clients of Chat put what people send: Tencent's own, which nobody signs for. */
const clientBucket: SimulatedBucket = {
	name: 'im-files-1250000001',
	secretId: '',
	secretKey: '',
	publicRead: true,
};

export const etagOf = (bytes: Buffer) => `"${createHash('md5').update(bytes).digest('hex')}"`;

/** All buckets. */
export class Storage {
	private readonly buckets = new Map<string, BucketState>();
	private uploads = 0;

	constructor(buckets: readonly SimulatedBucket[]) {
		for (const bucket of [...buckets, clientBucket]) {
			this.buckets.set(bucket.name, { bucket, files: new Map(), uploads: new Map() });
		}
	}

	find(name: string): BucketState | undefined {
		return this.buckets.get(name);
	}

	/** Whose key it is. */
	keyOf(secretId: string): SimulatedBucket | undefined {
		for (const { bucket } of this.buckets.values()) {
			if (bucket.secretId !== '' && bucket.secretId === secretId) return bucket;
		}
		return undefined;
	}

	beginUpload({ uploads }: BucketState, key: string, file: PendingUpload['file']): string {
		const id = `${++this.uploads}-${randomUUID()}`;
		uploads.set(id, { key, file, parts: new Map() });
		return id;
	}

	/**
	 * Keeps what a person sends in a client.
	 *
	 * @returns its path
	 */
	keepForClient(name: string, type: string, bytes: Buffer, expiresAt?: number): string {
		const key = `${randomUUID()}/${name}`;
		const headers = { 'content-type': type };
		this.find(clientBucket.name)!.files.set(key, { bytes, headers, publicRead: true, expiresAt });
		return `/${clientBucket.name}/${key.split('/').map(encodeURIComponent).join('/')}`;
	}

	list(): FileEntry[] {
		return [...this.buckets.values()].flatMap(({ bucket, files }) =>
			[...files].map(([key, { bytes, headers, publicRead }]) => ({
				bucket: bucket.name,
				key,
				size: bytes.length,
				headers,
				publicRead,
			})),
		);
	}

	/** Uploads in parts that were neither completed nor aborted. */
	get pending(): number {
		return [...this.buckets.values()].reduce((sum, { uploads }) => sum + uploads.size, 0);
	}

	clear(): void {
		for (const { files, uploads } of this.buckets.values()) {
			files.clear();
			uploads.clear();
		}
	}
}
