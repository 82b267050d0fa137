/** A line of an `authorized_keys` file (sshd(8)): type, base64, and a comment that no shell can take for more. */
const publicKeyLine =
  /^(?:ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)|sk-ssh-ed25519@openssh\.com|sk-ecdsa-sha2-nistp256@openssh\.com) [A-Za-z0-9+/]{16,2000}={0,3}(?: [\w.@-]{1,100})?$/

/** Of what the adapter calls SSH keys, those that are: everything else could do harm in a command. */
export function sshPublicKeys(lines: readonly string[]): readonly string[] {
  return lines.filter(line => publicKeyLine.test(line))
}

/** The command with which the signed-in user of a Linux or BSD server lets these keys in, and nothing else. */
export function authorizeKeysCommand(lines: readonly string[]): string {
  const keys = sshPublicKeys(lines).map(line => `'${line}'`)
  return [
    'mkdir -p ~/.ssh && chmod 700 ~/.ssh',
    `printf '%s\\n' ${keys.join(' ')} >> ~/.ssh/authorized_keys`,
    'chmod 600 ~/.ssh/authorized_keys',
  ].join('\n')
}
