import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { inProject, projectFolder } from '../../test/harness/project';
import type { GrowthPeer } from '../figures';

const node = 'n8n/node_modules/n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js';
const credential = 'dist/credentials/TencentChatDeskApi.credentials.js';

/**
 * A package folder with n8n's HTTP Request node and this package's credential, so that n8n's
 * engine loads these two and not the hundreds beside them. n8n lets a node use any credential only
 * under its full name, hence the name.
 */
function httpRequestPackage(): string {
	const folder = inProject('.cache', 'bench', 'http-request');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	symlinkSync(inProject(node), join(folder, basename(node)));
	// The whole of it, because the credential looks for its icon beside its folder.
	symlinkSync(inProject('dist'), join(folder, 'dist'), 'junction');
	const manifest = {
		name: 'n8n-nodes-base',
		version: '0.0.0',
		n8n: { nodes: [basename(node)], credentials: [credential] },
	};
	writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
	return folder;
}

/** The package folders that the engine loads, by peer. */
export function peerPackages(): Record<GrowthPeer, string> {
	const http = httpRequestPackage();
	return { own: projectFolder, http, httpFastBatches: http };
}
