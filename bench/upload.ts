/**
 * tsx bench/upload.ts [<megabytes>]
 *
 * A file of 500 MB from the disk to the bucket, in parts, by n8n's own HTTP client: how much memory
 * it takes on top of what the process has. The simulator runs in a process of its own.
 */
import 'reflect-metadata';

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

import { OutboundHttp } from '@n8n/backend-network';
import { Container } from '@n8n/di';
import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHttpRequestOptions,
} from 'n8n-workflow';

import { TencentCosApi } from '../credentials/TencentCosApi.credentials';
import { Uploads } from '../nodes/TencentChatDesk/delivery/files/uploads';
import { demoCosCredentialData } from '../test/harness/demoCredential';
import { runMain } from '../test/harness/main';
import { RemoteSimulator } from '../test/harness/remoteSimulator';
import { inTemporaryFolder } from '../test/harness/temporaryFolder';

const megabyte = 1024 * 1024;
const defaultMegabytes = 500;
/** Memory that may be taken on top. */
const maxOnTop = 50;
const sampleEvery = 20;

interface Memory {
	rss: number;
	held: number;
}

/** What the process has, and what of it is JavaScript's and buffers'. */
function memory(): Memory {
	const { rss, heapUsed, external } = process.memoryUsage();
	return { rss: rss / megabyte, held: (heapUsed + external) / megabyte };
}

async function writeFile(path: string, megabytes: number): Promise<void> {
	const file = await open(path, 'w');
	const block = Buffer.alloc(megabyte, 'a picture that moves ');
	for (let written = 0; written < megabytes; written++) {
		block.writeUInt32BE(written);
		await file.write(block);
	}
	await file.close();
}

/** What an upload uses of n8n: a stream of the file, and the client that signs. */
function contextFor(path: string, credentials: ICredentialDataDecryptedObject): IExecuteFunctions {
	const { authenticate } = new TencentCosApi();
	const http = Container.get(OutboundHttp).requests();
	return {
		getCredentials: async () => credentials,
		logger: { debug: () => undefined },
		helpers: {
			getBinaryStream: async (_id: string, highWaterMark: number) =>
				createReadStream(path, { highWaterMark }),
			httpRequestWithAuthentication: async (_type: string, options: IHttpRequestOptions) =>
				await http.request(await authenticate(credentials, options)),
		},
	} as unknown as IExecuteFunctions;
}

async function main(): Promise<number> {
	const megabytes = Number(process.argv[2] ?? defaultMegabytes);
	const simulator = await RemoteSimulator.start(1);
	try {
		return await inTemporaryFolder('upload', async (folder) => {
			const [warmUp, large] = [join(folder, 'small'), join(folder, 'large')];
			await writeFile(warmUp, 21);
			await writeFile(large, megabytes);
			const upload = async (path: string, id: string) => {
				const uploads = new Uploads(contextFor(path, demoCosCredentialData(simulator.url)));
				const binary = { id, data: '', mimeType: 'video/mp4', fileName: `${id}.mp4` };
				return await uploads.finish(uploads.of(binary, { kind: 'publicBucket' }));
			};
			// Loading the client and compiling the code is not the upload's.
			await upload(warmUp, 'small');
			const before = memory();
			const peak = { ...before };
			const sampling = setInterval(() => {
				const now = memory();
				peak.rss = Math.max(peak.rss, now.rss);
				peak.held = Math.max(peak.held, now.held);
			}, sampleEvery);
			const startedAt = performance.now();
			const result = await upload(large, 'large');
			clearInterval(sampling);
			if ('error' in result) throw new Error(`The upload failed: ${JSON.stringify(result.error)}`);
			const onTop = { rss: peak.rss - before.rss, held: peak.held - before.held };
			const seconds = (performance.now() - startedAt) / 1000;
			console.log(
				`${megabytes} MB in ${seconds.toFixed(1)} s: ${onTop.held.toFixed(1)} MB more held, ${onTop.rss.toFixed(1)} MB more resident`,
			);
			return onTop.rss <= maxOnTop ? 0 : 1;
		});
	} finally {
		await simulator.stop();
	}
}

runMain(main);
