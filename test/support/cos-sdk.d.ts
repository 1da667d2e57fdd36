declare module 'cos-nodejs-sdk-v5/sdk/util' {
	/** COS's own signer. */
	export function getAuth(request: {
		SecretId: string;
		SecretKey: string;
		/** Such as `1557902800;1557910000`. */
		KeyTime: string;
		Method: string;
		Pathname: string;
		Query: Record<string, string>;
		Headers: Record<string, string>;
	}): string;
}
