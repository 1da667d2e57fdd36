import type { FastifyInstance } from 'fastify';
import type { Core } from '../../../core';
import { packedArchive } from './files';

/** Serves the packed files to whom has their address, as the object storage of Tencent does. */
export function addArchiveRoutes(app: FastifyInstance, core: Core): void {
	app.get<{ Params: { app: string; type: string; file: string } }>(
		'/archive/:app/:type/:file',
		(request, reply) => {
			const { app: sdkAppId, type, file } = request.params;
			const state = core.apps.get(Number(sdkAppId));
			const hour = file.replace(/\.gz$/, '');
			const packed = state && packedArchive(state.world, state.app.sdkAppId, type, hour);
			if (!packed) return reply.status(404).send('NoSuchKey');
			return reply.type('application/x-gzip').send(packed);
		},
	);
}
