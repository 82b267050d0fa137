/** Hands the customer a file. */
export function download(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The download has its own hold of the bytes once the click is handled.
  setTimeout(() => {
    URL.revokeObjectURL(link.href)
  }, 10_000)
}
