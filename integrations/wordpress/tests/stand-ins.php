<?php
/**
 * Small stand-ins for the functions of WordPress that the plugin calls, for tests without WordPress.
 *
 * They do what WordPress does as far as the plugin leans on it, and are stricter where they differ: `esc_url_raw`
 * refuses what WordPress would repair. What WordPress really makes of the plugin is for real.sh to say.
 */

define( 'ABSPATH', __DIR__ );

/** All that a test may set and look at. */
final class Site {
	/** @var array<string, mixed> */
	public static array $options = array();
	public static string $locale = 'en_US';
	public static string $home   = 'https://site.example';
	public static bool $is_feed  = false;
	/** @var string[] */
	public static array $capabilities = array();
	/** @var array<string, string> */
	public static array $modules = array();
	/** @var array<string, string> */
	public static array $scripts = array();
	/** @var array<string, string> */
	public static array $inline = array();
	/** @var string[] */
	public static array $complaints = array();
	/** @var array<int, array<string, mixed>> The options of the other sites of a network. Empty: there is no network. */
	public static array $others = array();
	/** @var array<string, callable> */
	public static array $shortcodes = array();
	/** @var array<string, array<string, mixed>> */
	public static array $blocks = array();
	/** @var array<string, callable[]> */
	public static array $hooks = array();
	/** @var int[] */
	public static array $switched = array();
	/** @var callable|null */
	public static $on_uninstall = null;
	/** @var callable|null */
	public static $on_activation = null;

	public static function reset(): void {
		self::$options      = array(
			'pipeline_lever_settings' => array( 'release' => 'https://cdn.example/pipeline-lever/1/' ),
		);
		self::$locale       = 'en_US';
		self::$home         = 'https://site.example';
		self::$is_feed      = false;
		self::$capabilities = array();
		self::$modules      = array();
		self::$scripts      = array();
		self::$inline       = array();
		self::$complaints   = array();
		self::$others       = array();
	}
}

function add_action( string $hook, callable $what ): void {
	Site::$hooks[ $hook ][] = $what;
}
function add_filter( string $hook, callable $what ): void {
	Site::$hooks[ $hook ][] = $what;
}
function do_action( string $hook ): void {
	foreach ( Site::$hooks[ $hook ] ?? array() as $what ) {
		$what();
	}
}
function add_shortcode( string $name, callable $what ): void {
	Site::$shortcodes[ $name ] = $what;
}
function register_activation_hook( string $file, callable $what ): void {
	Site::$on_activation = $what;
}
function register_uninstall_hook( string $file, callable $what ): void {
	Site::$on_uninstall = $what;
}
function plugin_basename( string $file ): string {
	return basename( $file );
}

function get_option( string $name, $otherwise = false ) {
	return Site::$options[ $name ] ?? $otherwise;
}
function delete_option( string $name ): void {
	unset( Site::$options[ $name ] );
}
function is_multisite(): bool {
	return array() !== Site::$others;
}
/** The site that is visited is 1. */
function get_sites( array $which ): array {
	return 0 === $which['number'] ? array_merge( array( 1 ), array_keys( Site::$others ) ) : array( 1 );
}
function switch_to_blog( int $site ): void {
	if ( 1 !== $site ) {
		list( Site::$options, Site::$others[ $site ] ) = array( Site::$others[ $site ], Site::$options );
	}
	Site::$switched[] = $site;
}
function restore_current_blog(): void {
	$site = array_pop( Site::$switched );
	if ( 1 !== $site ) {
		list( Site::$options, Site::$others[ $site ] ) = array( Site::$others[ $site ], Site::$options );
	}
}
function is_feed(): bool {
	return Site::$is_feed;
}
function get_locale(): string {
	return Site::$locale;
}
function home_url(): string {
	return Site::$home;
}
function admin_url( string $path ): string {
	return Site::$home . '/wp-admin/' . $path;
}
function get_bloginfo( string $what ): string {
	return '7.1';
}
function current_user_can( string $capability ): bool {
	return in_array( $capability, Site::$capabilities, true );
}

function __( string $text ): string {
	return $text;
}
function esc_html__( string $text ): string {
	return esc_html( $text );
}
function esc_html( string $text ): string {
	return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8', false );
}
function esc_attr( string $text ): string {
	return esc_html( $text );
}
function esc_url_raw( string $address, array $schemes ): string {
	$is_plain = preg_match( '#\A([a-z]+):[^\s<>"\'\\\\{}^`]*\z#i', $address, $found );
	return $is_plain && in_array( strtolower( $found[1] ), $schemes, true ) ? $address : '';
}
function esc_url( string $address, array $schemes ): string {
	return str_replace( '&', '&#038;', esc_url_raw( $address, $schemes ) );
}
function wp_check_invalid_utf8( string $text ): string {
	return mb_check_encoding( $text, 'UTF-8' ) ? $text : '';
}
function wp_parse_url( string $address ) {
	return parse_url( $address );
}
function wp_json_encode( $value, int $flags = 0 ): string {
	return json_encode( $value, $flags );
}
function trailingslashit( string $path ): string {
	return rtrim( $path, '/\\' ) . '/';
}

/** Makes WordPress 6.5 out of an older one. */
function learn_modules(): void {
	function wp_enqueue_script_module( string $name, string $address, array $needs, $version ): void {
		Site::$modules[ $name ] ??= $address . ( null === $version ? '' : '?ver=' . $version );
	}
}
function wp_enqueue_script( string $name, string $address, array $needs, $version, bool $in_footer ): void {
	Site::$scripts[ $name ] ??= $address . ( null === $version ? '' : '?ver=' . $version );
}
function wp_register_script( string $name ): void {
}
function wp_add_inline_script( string $name, string $code ): void {
	Site::$inline[ $name ] = $code;
}
function register_block_type( string $name, array $settings ): void {
	Site::$blocks[ $name ] = $settings;
}
function get_block_wrapper_attributes(): string {
	return 'class="wp-block-pipeline-lever-widget"';
}
function add_settings_error( string $option, string $code, string $message ): void {
	Site::$complaints[] = $message;
}
