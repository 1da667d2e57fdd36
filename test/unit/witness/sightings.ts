/**
 * Who saw the field names of a body: names with a space between, those inside objects and lists with
 * a dot (`MemberList.Member_Account`), and `*` for names that the caller makes up.
 */
export interface Sightings {
	/** In both public SDKs: Java (GitHub doocs/qcloud-im-server-sdk-java, December 2025) and Go. */
	both?: string;
	/** In the Java one alone. */
	java?: string;
	/** Names of the years before, which the Go one (GitHub dobyte/tencent-im, 2022) still has. */
	old?: string;
	/**
	 * Where `page` stands: T-n is trtc.io/document/n, C1229-n tencentcloud.com/document/product/1229/n,
	 * CN p/n cloud.tencent.com/document/product/p/n, D23 GitHub tencentyun/intlcloud-documents (2023).
	 */
	source?: string;
	/** On a documentation page, and in no SDK of 2025. */
	page?: string;
	/** In what Tencent's own live manager sends (GitHub Tencent-RTC/TUILiveKit_Manager, 2026). */
	client?: string;
	/** What a page says to be required. */
	required?: string;
}

/** `service/command` -> the fields of its body. */
export type Witnessed = Readonly<Record<string, Sightings>>;
