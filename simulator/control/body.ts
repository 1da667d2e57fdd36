/** The JSON of a request to a route for tools, or undefined when it is none. */
export function parseBody(body: unknown): unknown {
	if (!Buffer.isBuffer(body)) return undefined;
	try {
		return JSON.parse(body.toString('utf8'));
	} catch {
		return undefined;
	}
}
