import { readAccount, type Account } from '../../credentials/account';
import { regionOptions } from '../../credentials/endpoints';
import type { Terminal } from './terminal';

const regions = regionOptions.map(({ value }) => String(value)).join(', ');

/**
 * The credential, from the environment and, where that is silent, from the person.
 *
 * @throws CredentialError naming the field that has to change
 */
export async function accountFrom(env: NodeJS.ProcessEnv, terminal: Terminal): Promise<Account> {
	const region = env.TENCENT_REGION ?? (await terminal.ask(`Region (${regions}): `));
	return readAccount({
		region,
		customHost:
			region !== 'custom' ? '' : (env.TENCENT_CUSTOM_HOST ?? (await terminal.ask('Host: '))),
		sdkAppId: env.TENCENT_SDK_APP_ID ?? (await terminal.ask('SDKAppID: ')),
		identifier: env.TENCENT_IDENTIFIER ?? (await terminal.ask('Identifier (an app admin): ')),
		secretKey: env.TENCENT_SECRET_KEY ?? (await terminal.askSecret('Secret key (not shown): ')),
	});
}
