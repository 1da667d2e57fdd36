/** A credential of Tencent COS as n8n hands it over. */
export const cosCredentials = {
	secretId: 'AKIDexample',
	secretKey: 'a secret key of a test that is long enough',
	region: 'ap-singapore',
	bucket: 'files-1250000000',
};
