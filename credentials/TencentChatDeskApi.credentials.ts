import type { Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { defaultSignatureLifetime } from './account';
import { authenticate } from './authenticate';
import { customRegion, regionOptions } from './endpoints';
import { testRules } from './testRules';

/** Proves to Tencent who calls: signs requests of one app with a UserSig of one of its admins. */
export class TencentChatDeskApi implements ICredentialType {
	name = 'tencentChatDeskApi';

	displayName = 'Tencent Chat Desk API';

	icon: Icon = {
		light: 'file:../icons/tencentChatDesk.svg',
		dark: 'file:../icons/tencentChatDesk.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-tencent-chat-desk/n8n-nodes-tencent-chat-desk/blob/main/docs/credentials.md';

	properties: INodeProperties[] = [
		{
			displayName: 'SDKAppID',
			name: 'sdkAppId',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: '',
			required: true,
			placeholder: 'e.g. 1400000001',
			description:
				"The number of your application, shown on its card in Tencent's Chat console under 'Applications'",
		},
		{
			displayName: 'Identifier',
			name: 'identifier',
			type: 'string',
			default: 'administrator',
			required: true,
			placeholder: 'e.g. administrator',
			description:
				"The User ID of an app admin. Tencent creates 'administrator' with every app; more are set in the Chat console, page Account Management.",
		},
		{
			displayName: 'Secret Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				"The key of the same application: in Tencent's Chat console open the application, then 'Basic Configuration', 'Display key'",
		},
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: regionOptions,
			default: 'china',
			required: true,
			description:
				"The data center of your application, shown on its card in the Chat console. An app exists in one data center only. Tencent's Desk documentation only gives the China host: try it if Desk operations fail elsewhere.",
		},
		{
			displayName: 'Custom Host',
			name: 'customHost',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. adminapisgp.my-imcloud.com',
			displayOptions: { show: { region: [customRegion] } },
			description:
				'Host, and port where needed, without a path. https:// is used unless you write otherwise; http:// is accepted for this machine (localhost) only.',
		},
		{
			displayName: 'Signature Lifetime (Seconds)',
			name: 'signatureLifetime',
			type: 'number',
			typeOptions: { minValue: 60, numberPrecision: 0 },
			default: defaultSignatureLifetime,
			description:
				'How long a signature is valid. A new one is made when half of that has passed. Tencent advises a day (86400) or more.',
		},
		{
			displayName: 'Callback Token',
			name: 'callbackToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				"Only for receiving events: the authentication token of your app's callback configuration in the console. Leave it empty if you have not set one there.",
		},
	];

	authenticate = authenticate;

	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			// Relative: authenticate() adds the host of the region.
			url: '/v4/im_open_login_svc/account_check',
			headers: { 'Content-Type': 'application/json' },
			body: { CheckItem: [{ UserID: '={{ String($credentials.identifier) }}' }] },
		},
		rules: testRules,
	};
}
