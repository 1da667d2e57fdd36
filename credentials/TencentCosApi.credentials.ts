import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authenticateCos } from './cos/authenticate';

/** A bucket of Tencent Cloud Object Storage, for files that messages carry. */
export class TencentCosApi implements ICredentialType {
	name = 'tencentCosApi';

	displayName = 'Tencent COS API';

	icon: Icon = {
		light: 'file:../icons/tencentChatDesk.svg',
		dark: 'file:../icons/tencentChatDesk.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-tencent-chat-desk/n8n-nodes-tencent-chat-desk/blob/main/docs/files.md';

	properties: INodeProperties[] = [
		{
			displayName: 'SecretId',
			name: 'secretId',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				"The ID of a key pair, from 'Access Management' > 'API Keys' in the Tencent Cloud console. Better make one for a sub-user who may only write to this bucket.",
		},
		{
			displayName: 'SecretKey',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The key of the same pair. The console shows it once, when it is made.',
		},
		{
			displayName: 'Bucket',
			name: 'bucket',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. chat-files-1250000000',
			description: 'Name of the bucket with the APPID, as the list of buckets shows it',
		},
		{
			displayName: 'Region',
			name: 'region',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. ap-singapore',
			description: 'Short name of the region of the bucket, as the list of buckets shows it',
		},
		{
			displayName: 'Folder',
			name: 'folder',
			type: 'string',
			default: 'n8n',
			placeholder: 'e.g. n8n/chat',
			description:
				"Where files are put in the bucket. A rule of the bucket's lifecycle can delete what is older than you need.",
		},
		{
			displayName: 'Custom Domain',
			name: 'customDomain',
			type: 'string',
			default: '',
			placeholder: 'e.g. files.example.com',
			description:
				'Your own domain of the bucket, or of a CDN before it, for the addresses that customers get. Files are uploaded to the bucket itself.',
		},
		{
			displayName: 'Custom Host',
			name: 'customHost',
			type: 'string',
			default: '',
			placeholder: 'e.g. http://127.0.0.1:8765',
			description:
				'Only for a gateway or the simulator of this package; left empty, the bucket is reached at its own host. https:// is used unless you write otherwise; http:// is accepted for this machine (localhost) only.',
		},
	];

	authenticate = authenticateCos;
}
