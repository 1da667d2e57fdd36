/** Calls of n8n's own REST API, as the editor makes them. */
export class Session {
	private constructor(
		private readonly url: string,
		private readonly cookie: string,
	) {}

	/** Logs in. The user has to exist. */
	static async logIn(url: string, email: string, password: string): Promise<Session> {
		const response = await fetch(`${url}/rest/login`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ emailOrLdapLoginId: email, password }),
		});
		if (!response.ok) throw new Error(`n8n refused the login: ${await response.text()}`);
		const cookie = response.headers
			.getSetCookie()
			.map((text) => text.split(';', 1)[0])
			.join('; ');
		return new Session(url, cookie);
	}

	/** The `data` of an answer. POST when there is a body, GET otherwise. */
	async call<Data>(path: string, body?: object): Promise<Data> {
		const response = await fetch(`${this.url}/rest/${path}`, {
			headers: { Cookie: this.cookie, 'Content-Type': 'application/json' },
			...(body && { method: 'POST', body: JSON.stringify(body) }),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`n8n refused ${path} (${response.status}): ${text}`);
		return (JSON.parse(text) as { data: Data }).data;
	}
}
