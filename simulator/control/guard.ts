import type { FastifyReply, FastifyRequest } from 'fastify';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

function hostNameOf(host: string | undefined): string | undefined {
	return host?.replace(/:\d+$/, '').toLowerCase();
}

/**
 * Lets nobody but this machine's own tools and the simulator's own page read conversations or
 * turn switches. Listening on loopback alone does not keep out a web page in a browser here: it
 * can point its own host name at 127.0.0.1 (then Host is foreign), or call across origins.
 */
export async function localOnly(
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<FastifyReply | undefined> {
	const { host, origin } = request.headers;
	const foreignHost = !loopback.has(hostNameOf(host) ?? '');
	const foreignOrigin = origin !== undefined && origin !== `http://${host}`;
	const foreignSite = ['cross-site', 'same-site'].includes(
		String(request.headers['sec-fetch-site']),
	);
	if (foreignHost || foreignOrigin || foreignSite) {
		return await reply.code(403).send({ error: 'only this machine may use the simulator' });
	}
	// A page may send forms and plain text anywhere unasked, but JSON only with leave to do so.
	if (request.method === 'POST' && !isJson(request.headers['content-type'])) {
		return await reply.code(415).send({ error: 'the Content-Type has to be application/json' });
	}
	return undefined;
}

function isJson(contentType: string | undefined): boolean {
	return contentType?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json';
}
